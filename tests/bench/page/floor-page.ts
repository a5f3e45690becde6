import type { AnswerableItem, Item, Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../../survey-definitions/routing-path.ts'

/**
 * The least a browser can be given for a questionnaire: every question as plain HTML on one page,
 * with a little style and no script.
 */
export function floorPage(questionnaire: Questionnaire): string {
  const sections = questionnaire.sections.map(
    ({ title, items }) =>
      `<h2>${escaped(title.vi)}</h2>${items.map((item) => question(questionnaire, item)).join('')}`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(questionnaire.title.vi)}</title><style>body{max-width:40rem;margin:1rem auto;padding:0 1rem;font:18px/1.5 system-ui}fieldset{border:0;margin:0 0 1.5rem;padding:0}legend{font-weight:600}label{display:block;padding:.6rem 0}</style><h1>${escaped(questionnaire.title.vi)}</h1><form method="post">${sections.join('')}<button>Gửi</button></form></html>`
}

function question(questionnaire: Questionnaire, item: Item): string {
  if (item.kind === 'note') return `<p>${escaped(item.text.vi)}</p>`
  const hint = item.hint ? `<p>${escaped(item.hint.vi)}</p>` : ''
  return `<fieldset><legend>${escaped(item.text.vi)}</legend>${hint}${fields(questionnaire, item)}</fieldset>`
}

function fields(questionnaire: Questionnaire, item: AnswerableItem): string {
  const missing = item.missing.map((code) => [code, code === 'refused' ? 'Không muốn trả lời' : 'Không biết'])
  if (item.kind === 'text' || item.kind === 'long-text') return `<input name="${item.code}">`
  if (item.kind === 'integer' || item.kind === 'decimal') {
    return `<input name="${item.code}" inputmode="decimal">${radios(item.code, missing)}`
  }
  if (item.kind === 'scale') {
    const points = [1, 2, 3, 4, 5].map((point) => [String(point), String(point)])
    return `<p>${escaped(item.low.vi)} – ${escaped(item.high.vi)}</p>${radios(item.code, [...points, ...missing])}`
  }
  const options = optionsOf(questionnaire, item).map(({ code, label }) => [code, label.vi])
  return radios(item.code, [...options, ...missing], item.kind === 'multiple' ? 'checkbox' : 'radio')
}

function radios(name: string, choices: readonly (readonly (string | undefined)[])[], type = 'radio'): string {
  return choices
    .map(
      ([code = '', label = '']) =>
        `<label><input type="${type}" name="${name}" value="${code}"> ${escaped(label)}</label>`,
    )
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
