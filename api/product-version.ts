/** The version in package.json, written into every snapshot. */
export const PRODUCT_VERSION = '0.1.0'
