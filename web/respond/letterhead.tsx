import { useRef } from 'preact/hooks'
import type { PageData } from './page-data.ts'
import { Localized } from './localized.tsx'
import { isPageLanguage, LANGUAGE_NAMES, PAGE_LANGUAGES } from './page-language.ts'
import { useSurvey, useTexts } from './survey-context.ts'

/** Who asks, as an office letter has it: province, office, a short rule. Large on the first page only. */
export function Letterhead() {
  const { page, view } = useSurvey()
  return (
    <header class={view.value.name === 'intro' ? 'letterhead' : 'letterhead letterhead-small'}>
      <div class="office">
        <p class="office-province">
          <Localized text={page.province} />
        </p>
        <p class="office-name">
          <Localized text={page.department} />
        </p>
      </div>
      <LanguageSwitch page={page} />
    </header>
  )
}

function LanguageSwitch({ page }: { readonly page: PageData }) {
  const { language, announcement } = useSurvey()
  const texts = useTexts()
  const place = useRef<HTMLElement>(null)
  const written = page.questionnaire.languages.filter(isPageLanguage)
  if (written.length < 2) return null
  return (
    <nav ref={place} class="languages no-print" aria-label={texts.language}>
      {PAGE_LANGUAGES.filter((one) => written.includes(one) && one !== language.value).map((one) => (
        <button
          key={one}
          type="button"
          class="link"
          lang={one}
          onClick={() => {
            language.value = one
            announcement.value = LANGUAGE_NAMES[one]
            // The button pressed gives way to the one that leads back.
            requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
          }}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </nav>
  )
}
