import type { SurveyPage } from './survey-page-store.ts'

const SLOT = /(<script[^>]*\bid="survey"[^>]*>)\s*(<\/script>)/

/** The built page with its data block filled: one answer, the same bytes for everybody. */
export function fillSurveyPage(html: string, { head, questionnaire }: SurveyPage): string {
  if (!SLOT.test(html)) throw new Error('The built page has no place for the survey')
  // Stored as JSON already: it goes in as it is, not read and written again for each visit.
  const json = `${JSON.stringify(head).slice(0, -1)},"questionnaire":${questionnaire}}`
  return html.replace(SLOT, (_, start: string, end: string) => start + inertJson(json) + end)
}

/** JSON that cannot end its script element, nor a line where old browsers think one ends. */
function inertJson(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
