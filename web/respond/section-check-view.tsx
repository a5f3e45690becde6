import { inLanguage } from '../../survey-definitions/language.ts'
import type { SectionOnPath } from '../../survey-definitions/routing-path.ts'
import { AnswerText } from './answer-text.tsx'
import { Localized } from './localized.tsx'
import { PageHeading } from './page-heading.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { TurnRow } from './turn-row.tsx'
import { finishSection, go } from './walking.ts'

/** Every question of a section with its answer, each to be changed. */
export function SectionCheckView({ onPath: { section, items } }: { readonly onPath: SectionOnPath }) {
  const survey = useSurvey()
  const texts = useTexts()
  return (
    <>
      <TurnRow section={section} />
      <PageHeading>{texts.check.title(inLanguage(section.title, survey.language.value))}</PageHeading>
      <p>{texts.check.lead}</p>
      <dl class="answers">
        {items.map((item) =>
          item.kind === 'note' ? null : (
            <div key={item.code} class="answer-row">
              <dt id={`question-${item.code}`}>
                <Localized text={item.text} />
              </dt>
              <dd>
                <AnswerText item={item} />
              </dd>
              <dd class="answer-change">
                <button
                  type="button"
                  class="link"
                  id={`change-${item.code}`}
                  aria-labelledby={`change-${item.code} question-${item.code}`}
                  onClick={() => go(survey, { name: 'item', item: item.code, changing: true })}
                >
                  {texts.check.change}
                </button>
              </dd>
            </div>
          ),
        )}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={() => finishSection(survey, section.code)}>
          {texts.check.finish}
        </button>
      </div>
    </>
  )
}
