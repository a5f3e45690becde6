import type { Carrier } from '../respond/sending.ts'

/** Cannot be taken for a receipt: those are never one character over and over. */
const NO_RECEIPT = '0'.repeat(26)

/** In the place of what sends: there is no wave, and nothing leaves the page. */
export function browserCarrier(_wave: string): Carrier {
  return {
    post: async () => ({ kind: 'received', receipt: NO_RECEIPT }),
    isOnline: () => true,
    pause: async () => undefined,
  }
}
