const BANNER =
  '<p class="simulated">Dữ liệu mô phỏng – không phải câu trả lời của doanh nghiệp ' +
  '(<span lang="en">simulated data</span>)</p>'

/** A page of a demonstration, which says on every page that its data is simulated. */
export function withSimulatedBanner(html: string): string {
  return html.replace('<body>', () => `<body>\n${BANNER}`)
}
