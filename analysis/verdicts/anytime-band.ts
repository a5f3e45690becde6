import { ln } from '../elementary/ln.ts'

/** What a band for daily looks is made from. */
export interface AnytimeRequest {
  /** Standard error from the firms of now. */
  readonly standardError: number
  readonly firms: number
  /** Firms at which the band shall be narrowest: the planned number, fixed beforehand. */
  readonly plannedFirms: number
  readonly confidence: number
}

/**
 * Half-width of a band that holds at all looks together, however often one looks and whenever one
 * stops: an asymptotic confidence sequence, with σ̂ = SE √n, α = 1 − confidence,
 *
 *     ±σ̂ √(2 (nρ² + 1)/(n²ρ²) · log(√(nρ² + 1)/α)),   ρ² = (log(1/α²) + log log(1/α²) + 1)/n*
 *
 * n* the planned number of firms. Around n* it is about 1.7 times as wide as the plain interval.
 * Asymptotic: after a few dozen firms. For estimates that are means of independent firms.
 *
 * Unit: that of the standard error. Cost: constant.
 *
 * @see Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), Time-uniform central limit theory,
 * Annals of Statistics 52 (arXiv 2103.06476), §2 and appendix on ρ
 * @example
 * anytimeHalfWidth({ standardError: 0.1, firms: 400, plannedFirms: 400, confidence: 0.9 }) // ≈ 0.2764
 */
export function anytimeHalfWidth(request: AnytimeRequest): number {
  const { standardError, firms, plannedFirms, confidence } = request
  const alpha = 1 - confidence
  const logarithm = -2 * ln(alpha)
  // Narrowest at the planned number to within a hundredth; the logarithm of α close to 1 is no guide.
  const squareRho = Math.max(logarithm + ln(Math.max(logarithm, 1)) + 1, 1) / plannedFirms
  const information = firms * squareRho + 1
  const perFirm = standardError * Math.sqrt(firms)
  return (
    perFirm * Math.sqrt(((2 * information) / (firms ** 2 * squareRho)) * ln(Math.sqrt(information) / alpha))
  )
}
