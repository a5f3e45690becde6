import type { Section } from '../../survey-definitions/questionnaire-schema.ts'
import { Localized } from './localized.tsx'
import { PageHeading } from './page-heading.tsx'
import { useSurvey, useTexts } from './survey-context.ts'
import { TurnRow } from './turn-row.tsx'
import { canSkip, enterSection, skipSection } from './walking.ts'

/** The opening of a section; a sensitive one has its own notice. Either can be skipped whole. */
export function SectionView({ section }: { readonly section: Section }) {
  const survey = useSurvey()
  const texts = useTexts()
  const isSkipped = survey.skipped.value.has(section.code)
  return (
    <>
      <TurnRow section={section} />
      <PageHeading>
        <Localized text={section.title} />
      </PageHeading>
      {section.intro && (
        <p class="lead">
          <Localized text={section.intro} />
        </p>
      )}
      {section.sensitive && (
        <section class="notice" aria-labelledby="notice-title">
          <h2 id="notice-title">{texts.section.sensitiveTitle}</h2>
          <ul>
            {texts.section.sensitive.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {isSkipped && <p class="quiet">{texts.section.skippedBefore}</p>}
      <div class="actions">
        <button type="button" class="button" onClick={() => enterSection(survey, section.code)}>
          {isSkipped ? texts.section.beginAgain : texts.section.begin}
        </button>
        {!isSkipped && canSkip(survey, section) && (
          <button type="button" class="button button-quiet" onClick={() => skipSection(survey, section.code)}>
            {texts.section.skip}
          </button>
        )}
      </div>
    </>
  )
}
