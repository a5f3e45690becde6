import type { Verdict } from '../../analysis/estimation.ts'
import { settlingSentences } from './settling-words.ts'
import { scaleWords } from './verdict-words.ts'

interface VerdictSettlingProps {
  verdict: Verdict | null | undefined
  firms: number | undefined
}

/** On which scale the verdict stands, and whether more answers would make it clear. */
export function VerdictSettling({ verdict, firms = 0 }: VerdictSettlingProps) {
  if (!verdict) return null
  const scale = scaleWords(verdict)
  return (
    <>
      {scale !== undefined && <p class="small quiet">Điểm được quy {scale}.</p>}
      {verdict.settling && <SettlingSentences settling={verdict.settling} firms={firms} />}
    </>
  )
}

interface SettlingSentencesProps {
  settling: NonNullable<Verdict['settling']>
  firms: number
}

function SettlingSentences({ settling, firms }: SettlingSentencesProps) {
  const [first, ...rest] = settlingSentences(settling, firms)
  if (first === undefined) return null
  return (
    <p>
      {settling.cannotSettle ? <strong>{first}</strong> : first} {rest.join(' ')}
    </p>
  )
}
