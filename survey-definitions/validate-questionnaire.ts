import type { DefinitionError } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import type { Questionnaire } from './questionnaire-schema.ts'
import { validateAgainstEdition } from './validate-against-edition.ts'
import { validateCodes } from './validate-codes.ts'
import { validateCounting } from './validate-counting.ts'
import { validateItems } from './validate-items.ts'
import { validateReachability } from './validate-reachability.ts'
import { validateRules } from './validate-rules.ts'
import { validateTexts } from './validate-texts.ts'

/** Everything wrong with a questionnaire that its schema cannot see; nothing when it is sound. */
export function validateQuestionnaire(
  questionnaire: Questionnaire,
  edition?: Edition,
): readonly DefinitionError[] {
  const parts = [...validateCodes(questionnaire), ...validateItems(questionnaire)]
  const rules = validateRules(questionnaire)
  // Where rules or the items they look at are broken, what can be reached says nothing.
  const reachability = parts.length + rules.length > 0 ? [] : validateReachability(questionnaire)
  return [
    ...parts,
    ...validateTexts(questionnaire),
    ...rules,
    ...reachability,
    ...validateCounting(questionnaire),
    ...(edition ? validateAgainstEdition(questionnaire, edition) : []),
  ]
}
