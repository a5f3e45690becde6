import { useState } from 'preact/hooks'
import { ARMS, type Arm } from '../../../survey-definitions/list-experiment.ts'
import type { Section } from '../../../survey-definitions/questionnaire-schema.ts'
import { bodyName } from '../definition-lookup.ts'
import { PageHeading } from '../page-heading.tsx'
import { Trail } from '../trail.tsx'
import { useWave } from '../wave-context.ts'
import { FORM_OF_ARM, numberedItems, type NumberedItem } from './numbered-items.ts'
import { paperCondition } from './paper-condition.ts'
import { PaperItem } from './paper-item.tsx'

/** The questionnaire as a form to print, with the marks that the entry page takes. */
export function PaperPage() {
  const { wave, questionnaire } = useWave()
  const [arm, setArm] = useState<Arm>('control')
  const items = numberedItems(questionnaire)
  return (
    <article>
      <div class="no-print">
        <Trail steps={[{ name: 'Thu thập', href: `/desk/waves/${wave.id}` }]} />
        <PageHeading title="Phiếu giấy" />
        <p>
          In để hỏi trực tiếp hoặc để doanh nghiệp tự ghi; sau đó{' '}
          <a href={`/desk/waves/${wave.id}/entry`}>nhập phiếu giấy</a> bằng đúng các mã in cạnh câu trả lời.
          Không ghi tên, số điện thoại hay dấu hiệu nào lên phiếu; hủy phiếu giấy ngay sau khi nhập.
        </p>
        {items.some(({ item }) => item.kind === 'list-experiment') && (
          <FormChoice arm={arm} onChoose={setArm} />
        )}
        <div class="actions">
          <button type="button" class="button" onClick={() => print()}>
            In phiếu
          </button>
          <span class="small quiet">Khổ A4 đứng, hai mặt.</span>
        </div>
      </div>
      <PaperForm items={items} arm={arm} />
    </article>
  )
}

/** Half of the forms carry the list with the sensitive statement, half without. */
function FormChoice({ arm, onChoose }: { arm: Arm; onChoose: (arm: Arm) => void }) {
  return (
    <fieldset class="choice-row">
      <legend>In hai mẫu với số lượng bằng nhau và phát xen kẽ</legend>
      {ARMS.map((each) => (
        <label key={each}>
          <input type="radio" name="arm" checked={each === arm} onChange={() => onChoose(each)} /> Mẫu{' '}
          {FORM_OF_ARM[each]}
        </label>
      ))}
    </fieldset>
  )
}

function PaperForm({ items, arm }: { items: readonly NumberedItem[]; arm: Arm }) {
  const { plan, questionnaire } = useWave()
  const hasArms = items.some(({ item }) => item.kind === 'list-experiment')
  return (
    <section class="paper" aria-label="Phiếu giấy" lang="vi">
      <p class="paper-issuer">
        {bodyName(plan, plan.department)} tỉnh {plan.province.title.vi}
        {hasArms && <span class="paper-form">Mẫu {FORM_OF_ARM[arm]}</span>}
      </p>
      <h2 class="paper-title">{questionnaire.title.vi}</h2>
      <p>
        Tự nguyện, khoảng {questionnaire.minutes} phút. Không ghi tên doanh nghiệp, mã số thuế hay số điện
        thoại. Khoanh mã của câu trả lời; <b>K</b> là không biết, <b>T</b> là không muốn trả lời. Câu nào có
        điều kiện in nghiêng mà không đúng với doanh nghiệp thì bỏ qua.
      </p>
      {questionnaire.sections.map((section, place) => (
        <PaperSection key={section.code} section={section} number={place + 1} items={items} arm={arm} />
      ))}
      <p class="paper-end">Xin cảm ơn. Gấp phiếu lại trước khi nộp.</p>
    </section>
  )
}

interface PaperSectionProps {
  section: Section
  number: number
  items: readonly NumberedItem[]
  arm: Arm
}

function PaperSection({ section, number, items, arm }: PaperSectionProps) {
  return (
    <section class="paper-section">
      <h3>
        {number}. {section.title.vi}
      </h3>
      {section.showIf && (
        <p class="paper-condition">Chỉ trả lời mục này nếu {paperCondition(section.showIf, items)}.</p>
      )}
      {section.intro && <p>{section.intro.vi}</p>}
      {section.sensitive && <p class="paper-condition">Có thể bỏ qua cả mục này.</p>}
      {section.items.map((item) => {
        const numbered = items.find((each) => each.item.code === item.code)
        if (numbered === undefined) return <p key={item.code}>{item.text.vi}</p>
        return <PaperItem key={item.code} numbered={numbered} items={items} arm={arm} />
      })}
    </section>
  )
}
