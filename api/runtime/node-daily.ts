/** 18:00 in Việt Nam, which is UTC+7 all year: when waiting submissions are released. */
const RELEASE_HOUR_UTC = 11

/** Milliseconds from `now` to the next daily release. */
export function untilNextRelease(now: Date): number {
  const next = new Date(now)
  next.setUTCHours(RELEASE_HOUR_UTC, 0, 0, 0)
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1)
  return next.getTime() - now.getTime()
}

/** Runs the job every day at the hour of release until it is stopped. */
export function everyDay(now: () => Date, job: () => Promise<void>): { readonly stop: () => void } {
  let timer = setTimeout(run, untilNextRelease(now()))
  timer.unref()
  function run(): void {
    timer = setTimeout(run, untilNextRelease(now()))
    timer.unref()
    void job()
  }
  return { stop: () => clearTimeout(timer) }
}
