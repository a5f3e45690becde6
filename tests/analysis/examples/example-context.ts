import { sampleOf } from '../../../analysis/sample.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { countedItems } from '../../../survey-definitions/counted-value.ts'
import { publishedEdition, publishedPlan, publishedQuestionnaire } from '../../support/definition-files.ts'
import provinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }

const pulse = publishedQuestionnaire('pci-pulse')
const langSon2019 = valuesOf('Lang Son')

/** The large inputs that examples name and do not write out. */
export const exampleContext = {
  pci2017: publishedEdition('pci-2017'),
  plan: publishedPlan('lang-son-2024'),
  pulse,
  langSon2019,
  /** 150 firms of the shape of Lạng Sơn in 2019. */
  sample: sampleOf(pulse, simulateFirms({ questionnaire: pulse, values: langSon2019, firms: 150, seed: 1 })),
  countedItems,
}

function valuesOf(name: string): Readonly<Record<string, number>> {
  const found = provinces.provinces.find((province) => province.name === name)
  if (!found) throw new Error(`no province ${name}`)
  return found.values
}
