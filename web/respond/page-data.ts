import type { SurveyPageData } from '../../api/views.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** The page's data; the server has checked the questionnaire before it published it. */
export interface PageData extends SurveyPageData {
  readonly questionnaire: Questionnaire
}

/** What the server put into the page; undefined when there is nothing. */
export async function readPageData(page: Document): Promise<PageData | undefined> {
  const text = page.getElementById('survey')?.textContent?.trim()
  if (text) return parsePageData(text)
  return import.meta.env.DEV ? fetchPageData() : undefined
}

/** While developing, the page is not served by the API: /respond/?link=CODE reads it from there. */
async function fetchPageData(): Promise<PageData | undefined> {
  const link = new URLSearchParams(location.search).get('link')
  if (link === null) return undefined
  const response = await fetch(`/s/${encodeURIComponent(link)}`)
  const served = new DOMParser().parseFromString(await response.text(), 'text/html')
  const text = served.getElementById('survey')?.textContent?.trim()
  return text ? parsePageData(text) : undefined
}

function parsePageData(text: string): PageData | undefined {
  const data: unknown = JSON.parse(text)
  return isPageData(data) ? data : undefined
}

/** A look at the shape only: everything in it comes from our own server. */
function isPageData(data: unknown): data is PageData {
  return typeof data === 'object' && data !== null && 'wave' in data && 'questionnaire' in data
}
