import { expect, it } from 'vitest'
import { questionnaireJsonSchema } from '../../survey-definitions/questionnaire-json-schema.ts'

it('stands in questionnaire.schema.json as it is now (vitest --update writes it)', async () => {
  await expect(questionnaireJsonSchema()).toMatchFileSnapshot(
    '../../survey-definitions/questionnaire.schema.json',
  )
})
