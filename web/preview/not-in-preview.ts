/** In the place of what keeps the page on the device, or fetches another. */

export const keepOffline = async (): Promise<void> => undefined
export const dropOffline = (): void => undefined
export const switchLanguages = (): void => undefined
