import type { Child } from '../../survey-definitions/respondent/markup.ts'
import { keepingLine } from '../../survey-definitions/respondent/views/keeping-line.ts'
import { button, heading } from '../../survey-definitions/respondent/views/pieces.ts'
import { nodesOf } from './dom.ts'
import type { Page } from './page.ts'

/** Gives the page its drawing. The letter stays the server's: it is taken out and put back as it came. */
export function drawPage(page: Page): void {
  const { survey } = page
  const { texts } = survey
  const main = document.querySelector('main')
  let drawn = 'intro'

  function viewNow(): Child {
    const draw = page.views[survey.view.split(' ')[0] ?? '']
    return draw ? draw(survey) : [heading(texts.loading), button('view hub', 'button', texts.sections)]
  }

  page.draw = () => {
    const { view, problems, key } = survey
    const isLetter = view === 'intro'
    const isWrong = problems.length > 0
    // The style knows the letter from the other views, and that nothing of it can be ticked any more.
    document.documentElement.className = `${key && 'begun'} ${!isLetter && 'turned'}`
    main?.replaceChildren(...(isLetter ? page.letter : nodesOf(viewNow())))
    page.keep()
    document.title = (isWrong ? texts.errorPrefix : '') + page.title
    if (drawn !== view) scrollTo(0, 0)
    if (drawn !== view || isWrong) focusOn(isWrong ? '.error-summary' : 'h1')
    drawn = view
  }
  page.keep = () => {
    if (survey.key && survey.keeping !== 'memory' && !page.isFollowing)
      survey.keeping = page.store.write(survey) ? 'device' : 'refused'
    document.querySelector('footer')?.replaceChildren(...nodesOf(keepingLine(survey)))
  }
  if (survey.key) page.draw()
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}
