import { useState } from 'preact/hooks'
import type { LinkView } from '../../api/views.ts'
import { createLink, deleteLink, getLinks } from './api-client.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { CopyButton } from './copy-button.tsx'
import { bodyName } from './definition-lookup.ts'
import { HANDOUTS } from './handouts/handouts.ts'
import { shareText } from './handouts/share-text.ts'
import { Loaded } from './loaded.tsx'
import { LocalAddressWarning } from './local-address-warning.tsx'
import { ProblemNote } from './problem-note.tsx'
import { QrCode } from './qr-code.tsx'
import { TextField } from './text-field.tsx'
import { useAction, useResource } from './use-resource.ts'
import { countText } from './vietnamese-numbers.ts'
import { useWave } from './wave-context.ts'

/** The ways into a wave: one for each place a poster hangs, so that a lost one can be taken down. */
export function LinksPanel() {
  const { wave, reload: reloadWave } = useWave()
  const links = useResource(wave.id, () => getLinks(wave.id))
  const reload = async () => {
    await Promise.all([links.reload(), reloadWave()])
  }
  return (
    <section aria-labelledby="links">
      <h2 id="links">Đường dẫn và mã QR</h2>
      <p class="small quiet">
        Mỗi nơi treo áp phích nên có một đường dẫn riêng. Tên nơi treo chỉ để cán bộ nhớ; phiếu gửi về không
        ghi lại đã vào bằng đường dẫn nào.
      </p>
      <p class="small quiet">
        Số lượt mở chỉ là ước chừng: cứ mười lượt thì chừng một lượt được ghi, do máy rút thăm, và tính thành
        mười. Như vậy biết được nơi nào có người quét mã, mà không ai lần ra được một lượt mở cụ thể. Lượt mở
        không phải là phiếu: số phiếu của từng đường dẫn cố ý không được đếm.
      </p>
      <Loaded resource={links}>
        {(list) => (
          <>
            {list[0] && <LocalAddressWarning url={list[0].url} />}
            {list.length === 0 ? (
              <p>Chưa có đường dẫn nào. Tạo đường dẫn đầu tiên để in áp phích.</p>
            ) : (
              <ul class="links">
                {list.map((link) => (
                  <LinkRow key={link.code} link={link} wave={wave.id} onDeleted={reload} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <NewLinkForm wave={wave.id} onCreated={reload} />
    </section>
  )
}

interface LinkRowProps {
  link: LinkView
  wave: string
  onDeleted: () => Promise<void>
}

function LinkRow({ link, wave, onDeleted }: LinkRowProps) {
  const { plan, questionnaire } = useWave()
  const issuer = bodyName(plan, plan.department)
  const invitation = shareText({ plan, questionnaire }, { issuer, url: link.url })
  return (
    <li class="link-row">
      <QrCode text={link.url} label={`Mã QR của ${link.url}`} />
      <div>
        <h3>{link.label}</h3>
        <p class="address">
          <a href={link.url} target="_blank" rel="noopener">
            {link.url}
          </a>
        </p>
        <p class="small quiet">{openingWords(link.opened)}</p>
        <div class="actions">
          <a
            class="button button-quiet"
            href={`/desk/waves/${wave}/links/${link.code}/print/${HANDOUTS[0].code}`}
          >
            In áp phích, thẻ, tờ rời<span class="visually-hidden"> cho {link.label}</span>
          </a>
          <CopyButton label="Chép địa chỉ" text={link.url} about={`của ${link.label}`} />
          <CopyButton label="Chép lời mời Zalo" text={invitation} about={`của ${link.label}`} />
          <ConfirmDialog
            label="Xóa"
            about={`đường dẫn ${link.label}`}
            kind="warning"
            title={`Xóa đường dẫn “${link.label}”?`}
            confirm="Xóa đường dẫn"
            onConfirm={async () => {
              await deleteLink(wave, link.code)
              await onDeleted()
            }}
          >
            <p>
              Mã QR này sẽ không vào được phiếu nữa: hãy gỡ các áp phích đã in. Phiếu đã gửi vẫn còn. Không
              khôi phục được đường dẫn đã xóa.
            </p>
          </ConfirmDialog>
        </div>
      </div>
    </li>
  )
}

function openingWords(opened: number): string {
  return opened === 0 ? 'Chưa có lượt mở nào được ghi' : `Khoảng ${countText(opened)} lượt mở`
}

function NewLinkForm({ wave, onCreated }: { wave: string; onCreated: () => Promise<void> }) {
  const [label, setLabel] = useState('')
  const { busy, problem, run } = useAction(async () => {
    await createLink(wave, label.trim())
    setLabel('')
    await onCreated()
  })
  const submit = (event: Event) => {
    event.preventDefault()
    void run()
  }
  return (
    <form class="inline-form" onSubmit={submit}>
      <div class="field-row">
        <TextField
          label="Nơi treo hoặc nơi gửi"
          required
          maxLength={80}
          placeholder="Ví dụ: Quầy một cửa Đồng Đăng"
          value={label}
          onInput={setLabel}
        />
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? 'Đang tạo…' : 'Tạo đường dẫn'}
        </button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  )
}
