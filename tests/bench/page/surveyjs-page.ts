import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnswerableItem, Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../../survey-definitions/routing-path.ts'
import type { PageFiles } from './serve-files.ts'

/**
 * The same questionnaire in SurveyJS, as its documentation has it used: its scripts and style from
 * npm, installed into a temporary folder. Undefined where the registry does not answer.
 */
export function surveyJsPage(questionnaire: Questionnaire): PageFiles | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'surveyjs-'))
  try {
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefix', folder, 'survey-core', 'survey-js-ui'],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    )
  } catch {
    return undefined
  }
  const read = (path: string) => readFileSync(join(folder, 'node_modules', path), 'utf8')
  const script = 'text/javascript'
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: PAGE }],
    ['/core.js', { type: script, body: read('survey-core/survey.core.min.js') }],
    ['/vi.js', { type: script, body: read('survey-core/i18n/vietnamese.js') }],
    ['/ui.js', { type: script, body: read('survey-js-ui/survey-js-ui.min.js') }],
    ['/style.css', { type: 'text/css', body: read('survey-core/survey-core.min.css') }],
    ['/survey.js', { type: script, body: `const model=${JSON.stringify(modelOf(questionnaire))};${START}` }],
  ])
}

const PAGE =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  '<link rel="stylesheet" href="/style.css"><div id="survey"></div><script src="/core.js"></script>' +
  '<script src="/vi.js"></script><script src="/ui.js"></script><script src="/survey.js"></script></html>'

const START =
  "const survey=new Survey.Model(model);survey.locale='vi';survey.render(document.getElementById('survey'))"

/** One question a page, as ours. */
function modelOf(questionnaire: Questionnaire) {
  const items = questionnaire.sections.flatMap((section) => section.items)
  return {
    title: questionnaire.title.vi,
    questionsOnPageMode: 'questionPerPage',
    pages: [
      {
        elements: items.flatMap((item) => (item.kind === 'note' ? [] : [elementOf(questionnaire, item)])),
      },
    ],
  }
}

function elementOf(questionnaire: Questionnaire, item: AnswerableItem) {
  const words = { name: item.code, title: item.text.vi, description: item.hint?.vi }
  if (item.kind === 'scale') return { ...words, type: 'rating', rateMin: 1, rateMax: 5 }
  if (item.kind === 'integer' || item.kind === 'decimal')
    return { ...words, type: 'text', inputType: 'number' }
  if (item.kind === 'text' || item.kind === 'long-text') return { ...words, type: 'comment' }
  const choices = optionsOf(questionnaire, item).map(({ code, label }) => ({ value: code, text: label.vi }))
  return { ...words, type: item.kind === 'multiple' ? 'checkbox' : 'radiogroup', choices }
}
