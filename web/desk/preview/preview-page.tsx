import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { CheckedDraftView, DefinitionSummary } from '../../../api/views.ts'
import type { Edition } from '../../../survey-definitions/edition-schema.ts'
import { checkDraft, getDefinitions, getEdition, getQuestionnaire } from '../api-client.ts'
import { Loaded } from '../loaded.tsx'
import { PageHeading } from '../page-heading.tsx'
import { ProblemNote } from '../problem-note.tsx'
import { Trail } from '../trail.tsx'
import { useAction, useResource } from '../use-resource.ts'
import { DraftErrors } from './draft-errors.tsx'
import { PreviewBench } from './preview-bench.tsx'
import { SourcePicker } from './source-picker.tsx'

/** Any questionnaire, published or still being written, as firms would see it. */
export function PreviewPage() {
  const definitions = useResource('definitions', getDefinitions)
  const { query } = useLocation()
  return (
    <article class="preview-page">
      <Trail steps={[{ name: 'Các đợt khảo sát', href: '/desk/waves' }]} />
      <PageHeading title="Xem thử phiếu" />
      <p class="quiet">
        Phiếu hiện đúng như trên máy của doanh nghiệp. Câu trả lời thử không gửi đi và không được lưu ở đâu:
        đóng trang là hết.
      </p>
      <Loaded resource={definitions}>
        {(list) => <PreviewWork definitions={list} asked={query['questionnaire']} />}
      </Loaded>
    </article>
  )
}

/** What is looked at, and what is wrong with it. */
interface Draft extends CheckedDraftView {
  readonly text: string
  readonly published?: string
  readonly edition: Edition | undefined
}

interface PreviewWorkProps {
  definitions: readonly DefinitionSummary[]
  /** Hash of the published questionnaire that the address names. */
  asked: string | undefined
}

function PreviewWork({ definitions, asked }: PreviewWorkProps) {
  const [draft, setDraft] = useState<Draft>()
  const { busy, problem, run } = useAction(async (read: () => Promise<Omit<Draft, 'edition'>>) => {
    const found = await read()
    const edition = definitions.find(
      ({ kind, id }) => kind === 'edition' && id === found.questionnaire?.edition,
    )
    setDraft({ ...found, edition: edition && (await getEdition(edition.hash)) })
  })
  const openPublished = (hash: string) =>
    void run(async () => ({
      questionnaire: await getQuestionnaire(hash),
      errors: [],
      text: '',
      published: hash,
    }))
  const openText = (text: string) => void run(async () => ({ ...(await checkDraft(text)), text }))
  useEffect(() => {
    if (asked !== undefined) openPublished(asked)
  }, [asked])

  const plan = definitions.find(({ kind }) => kind === 'plan')
  return (
    <>
      <SourcePicker
        published={definitions.filter(({ kind }) => kind === 'questionnaire')}
        chosen={draft?.published}
        busy={busy}
        onPublished={openPublished}
        onText={openText}
      />
      <ProblemNote problem={problem} />
      {draft && draft.errors.length > 0 && (
        <DraftErrors errors={draft.errors} text={draft.text} isShown={draft.questionnaire !== null} />
      )}
      {draft?.questionnaire && plan && (
        <>
          <h2 class="preview-title">
            {draft.questionnaire.title.vi}{' '}
            <span class="agency">{`${draft.questionnaire.id}, bản ${draft.questionnaire.version}`}</span>
          </h2>
          <PreviewBench questionnaire={draft.questionnaire} edition={draft.edition} plan={plan.hash} />
        </>
      )}
    </>
  )
}
