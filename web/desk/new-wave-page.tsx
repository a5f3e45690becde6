import { useLocation } from 'preact-iso'
import { useId, useState } from 'preact/hooks'
import type { DefinitionSummary } from '../../api/views.ts'
import { createWave, getDefinitions } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemNote } from './problem-note.tsx'
import { TextField } from './text-field.tsx'
import { Trail } from './trail.tsx'
import { useAction, useResource } from './use-resource.ts'

/** A new wave: a name, a plan, a questionnaire. Opening it comes later. */
export function NewWavePage() {
  const definitions = useResource('definitions', getDefinitions)
  return (
    <article class="letter">
      <Trail steps={[{ name: 'Các đợt khảo sát', href: '/desk/waves' }]} />
      <PageHeading title="Tạo đợt khảo sát" />
      <Loaded resource={definitions}>{(list) => <NewWaveForm definitions={list} />}</Loaded>
    </article>
  )
}

function NewWaveForm({ definitions }: { definitions: readonly DefinitionSummary[] }) {
  const plans = definitions.filter(({ kind }) => kind === 'plan')
  const questionnaires = definitions.filter(({ kind }) => kind === 'questionnaire')
  const [firstPlan, firstQuestionnaire] = [plans[0], questionnaires[0]]
  const { route } = useLocation()
  const [title, setTitle] = useState('')
  const [plan, setPlan] = useState(firstPlan)
  const [questionnaire, setQuestionnaire] = useState(firstQuestionnaire)
  const { busy, problem, run } = useAction(async (fields: { plan: string; questionnaire: string }) => {
    const wave = await createWave({ title: title.trim(), ...fields })
    route(`/desk/waves/${wave.id}`)
  })
  if (plan === undefined || questionnaire === undefined) {
    return <p>Máy chủ chưa có kế hoạch hoặc phiếu khảo sát nào. Khởi động lại máy chủ để nạp bộ có sẵn.</p>
  }
  const submit = (event: Event) => {
    event.preventDefault()
    void run({ plan: plan.hash, questionnaire: questionnaire.hash })
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label="Tên đợt"
        hint="Ví dụ: Khảo sát doanh nghiệp quý IV năm 2024. Tên này chỉ hiện trên bàn điều hành."
        required
        maxLength={120}
        value={title}
        onInput={setTitle}
      />
      <DefinitionChoice legend="Kế hoạch" list={plans} chosen={plan} onChoose={setPlan} />
      <DefinitionChoice
        legend="Phiếu khảo sát"
        list={questionnaires}
        chosen={questionnaire}
        onChoose={setQuestionnaire}
      />
      <p>
        <a href={`/desk/preview?questionnaire=${questionnaire.hash}`}>Xem thử phiếu đã chọn</a>, hoặc{' '}
        <a href="/desk/preview">một phiếu đang soạn</a>.
      </p>
      {questionnaire.sensitive && <SensitiveNote />}
      <ProblemNote problem={problem} />
      <button type="submit" class="button" aria-disabled={busy}>
        {busy ? 'Đang tạo…' : 'Tạo bản nháp'}
      </button>
    </form>
  )
}

function SensitiveNote() {
  return (
    <p class="note small">
      Phiếu này có câu hỏi nhạy cảm. Chỉ mở được trên máy chủ của đơn vị, nơi thứ tự gửi phiếu không bị lưu
      lại.
    </p>
  )
}

interface DefinitionChoiceProps {
  legend: string
  list: readonly DefinitionSummary[]
  chosen: DefinitionSummary
  onChoose: (definition: DefinitionSummary) => void
}

function DefinitionChoice({ legend, list, chosen, onChoose }: DefinitionChoiceProps) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {list.map((definition) => (
        <label key={definition.hash}>
          <input
            type="radio"
            name={name}
            value={definition.hash}
            checked={definition.hash === chosen.hash}
            onChange={() => onChoose(definition)}
          />
          <span>
            {definition.title} <span class="agency">{`${definition.id}, bản ${definition.version}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
