import { useLocation } from 'preact-iso'
import { useId, useState } from 'preact/hooks'
import type { DefinitionSummary } from '../../api/views.ts'
import { createWave, getDefinitions } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemNote } from './problem-note.tsx'
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
  const { route } = useLocation()
  const plans = definitions.filter(({ kind }) => kind === 'plan')
  const questionnaires = definitions.filter(({ kind }) => kind === 'questionnaire')
  const [title, setTitle] = useState('')
  const [plan, setPlan] = useState(plans[0]?.hash ?? '')
  const [questionnaire, setQuestionnaire] = useState(questionnaires[0]?.hash ?? '')
  const { busy, problem, run } = useAction(async () => {
    const wave = await createWave({ title: title.trim(), plan, questionnaire })
    route(`/desk/waves/${wave.id}`)
  })
  const field = useId()
  const submit = (event: Event) => {
    event.preventDefault()
    void run()
  }
  if (plans.length === 0 || questionnaires.length === 0) {
    return <p>Máy chủ chưa có kế hoạch hoặc phiếu khảo sát nào. Khởi động lại máy chủ để nạp bộ có sẵn.</p>
  }
  const isSensitive = questionnaires.find(({ hash }) => hash === questionnaire)?.sensitive ?? false
  return (
    <form onSubmit={submit}>
      <label for={field}>Tên đợt</label>
      <p class="hint" id={`${field}-hint`}>
        Ví dụ: Khảo sát doanh nghiệp quý IV năm 2024. Tên này chỉ hiện trên bàn điều hành.
      </p>
      <input
        id={field}
        class="wide"
        type="text"
        required
        maxLength={120}
        aria-describedby={`${field}-hint`}
        value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <DefinitionChoice legend="Kế hoạch" list={plans} chosen={plan} onChoose={setPlan} />
      <DefinitionChoice
        legend="Phiếu khảo sát"
        list={questionnaires}
        chosen={questionnaire}
        onChoose={setQuestionnaire}
      />
      {isSensitive && (
        <p class="note small">
          Phiếu này có câu hỏi nhạy cảm. Chỉ mở được trên máy chủ của đơn vị, nơi thứ tự gửi phiếu không bị
          lưu lại.
        </p>
      )}
      <ProblemNote problem={problem} />
      <button type="submit" class="button" disabled={busy}>
        {busy ? 'Đang tạo…' : 'Tạo bản nháp'}
      </button>
    </form>
  )
}

interface DefinitionChoiceProps {
  legend: string
  list: readonly DefinitionSummary[]
  chosen: string
  onChoose: (hash: string) => void
}

function DefinitionChoice({ legend, list, chosen, onChoose }: DefinitionChoiceProps) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {list.map(({ hash, title, id, version }) => (
        <label key={hash}>
          <input
            type="radio"
            name={name}
            value={hash}
            checked={hash === chosen}
            onChange={() => onChoose(hash)}
          />
          <span>
            {title} <span class="agency">{`${id}, bản ${version}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
