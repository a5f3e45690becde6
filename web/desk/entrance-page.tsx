import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { signIn } from './api-client.ts'
import { enrolmentToken, isSecureAddress } from './enrolment-token.ts'
import { PageHeading } from './page-heading.tsx'
import { pendingEnrolment } from './pending-enrolment.ts'
import { ProblemNote } from './problem-note.tsx'
import { beginSession, session, takeReturnAddress } from './session.ts'
import { TextField } from './text-field.tsx'
import { useAction } from './use-resource.ts'

/** The door: takes an enrolment link and a name, or says how to get one. */
export function EntrancePage() {
  const token = pendingEnrolment.value
  const present = session.value
  const ended = present.state === 'signed-out' && present.ended

  return (
    <div class="letter">
      {token === undefined ? (
        <>
          <PageHeading title={ended ? 'Phiên làm việc đã kết thúc' : 'Bàn điều hành của cán bộ'} />
          {ended && (
            <p>
              Phiên tự kết thúc sau 30 phút không thao tác hoặc sau 8 giờ. Ghi danh lại, anh/chị sẽ trở về
              đúng trang đang xem.
            </p>
          )}
          <HowToEnter />
        </>
      ) : (
        <NameForm token={token} />
      )}
      <AddressNote />
    </div>
  )
}

function HowToEnter() {
  const [pasted, setPasted] = useState('')
  const [refused, setRefused] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const token = enrolmentToken(pasted)
    if (token === undefined) setRefused(true)
    else pendingEnrolment.value = token
  }
  return (
    <>
      <p>
        Vào bàn điều hành bằng một <strong>đường dẫn ghi danh</strong>, dùng một lần, có hiệu lực 30 phút.
        Người quản trị máy chủ lấy đường dẫn bằng một trong hai cách:
      </p>
      <ul>
        <li>
          lệnh <code>npm start</code> in ra một đường dẫn mỗi khi khởi động;
        </li>
        <li>
          lệnh <code>npm run -s enrol</code> tạo một đường dẫn mới bất cứ lúc nào.
        </li>
      </ul>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Đã có đường dẫn? Dán vào đây"
          value={pasted}
          onInput={setPasted}
          error={refused ? 'Đây không phải đường dẫn ghi danh. Đường dẫn có dạng …/desk#enrol=…' : undefined}
        />
        <button type="submit" class="button">
          Tiếp tục
        </button>
      </form>
    </>
  )
}

function NameForm({ token }: { token: string }) {
  const { route } = useLocation()
  const [name, setName] = useState('')
  const { busy, problem, run } = useAction(async () => {
    const staff = await signIn(token, name.trim())
    pendingEnrolment.value = undefined
    route(takeReturnAddress(), true)
    beginSession(staff.name)
  })
  const submit = (event: Event) => {
    event.preventDefault()
    void run()
  }
  return (
    <form onSubmit={submit}>
      <PageHeading title="Ghi danh vào bàn điều hành" />
      <TextField
        label="Họ và tên của anh/chị"
        hint="Chỉ hiện trên bàn điều hành của anh/chị. Không liên quan đến câu trả lời của doanh nghiệp."
        required
        maxLength={80}
        value={name}
        onInput={setName}
      />
      <ProblemNote problem={problem} />
      <div class="actions">
        <button type="submit" class="button" aria-disabled={busy}>
          {busy ? 'Đang vào…' : 'Vào bàn điều hành'}
        </button>
        {problem?.code === 'bad_token' && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => (pendingEnrolment.value = undefined)}
          >
            Dùng đường dẫn khác
          </button>
        )}
      </div>
    </form>
  )
}

/** The session cookie lives only where nobody can listen in. */
function AddressNote() {
  if (isSecureAddress(location)) {
    return (
      <p class="quiet small">
        Trình duyệt chỉ giữ phiên làm việc trên kết nối an toàn: trên máy chạy phần mềm (localhost) có thể
        dùng http, ở mọi địa chỉ khác phải dùng https.
      </p>
    )
  }
  return (
    <p class="problem" role="alert">
      Địa chỉ này dùng http nên trình duyệt sẽ không giữ phiên làm việc: ghi danh ở đây sẽ không vào được. Hãy
      mở bàn điều hành qua https, hoặc ngay trên máy chạy phần mềm với địa chỉ http://localhost.
    </p>
  )
}
