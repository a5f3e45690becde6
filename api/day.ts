const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

/**
 * The calendar day in Việt Nam, which is UTC+7 all year.
 *
 * @example
 * dayOf(new Date('2026-05-04T17:30:00Z')) // => '2026-05-05'
 */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)
}
