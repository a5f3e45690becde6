/** The later script's words. The build puts another language's in their place. */
export { LATER_VI as LATER_TEXTS } from '../../survey-definitions/respondent/texts/texts-vi.ts'
