/** These figures cannot be computed from this folder; the message says why. */
export class NotCovered extends Error {
  override readonly name = 'NotCovered'
}
