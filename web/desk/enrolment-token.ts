/**
 * The one-time token of an enrolment link or of a token pasted bare; undefined when there is
 * none. It travels in the fragment, which browsers keep from servers and their logs.
 *
 * @example
 * enrolmentToken('http://localhost:8787/desk#enrol=abc') // => 'abc'
 */
export function enrolmentToken(pasted: string): string | undefined {
  const text = pasted.trim()
  const fromLink = /#enrol=([0-9A-Za-z_-]+)$/.exec(text)?.[1]
  return fromLink ?? /^[0-9A-Za-z_-]{16,}$/.exec(text)?.[0]
}

/** Whether a browser keeps the session cookie here: over TLS, and over http on this machine only. */
export function isSecureAddress({ protocol, hostname }: { protocol: string; hostname: string }): boolean {
  return protocol === 'https:' || isThisMachine(hostname)
}

/** Whether an address leads only to the machine it is opened on, so that no phone can follow it. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(hostname)
}
