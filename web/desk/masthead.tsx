import { useLocation } from 'preact-iso'
import { signOut } from './api-client.ts'
import { leaveSession, session } from './session.ts'

/** The line above every page: the product, the list of waves, the ledger of forecasts, who is signed in. */
export function Masthead() {
  const { path } = useLocation()
  const present = session.value
  return (
    <header class="masthead no-print">
      <a class="masthead-name" href="/desk">
        Nhịp PCI
      </a>
      {present.state === 'signed-in' && (
        <nav aria-label="Chung" class="masthead-nav">
          <a href="/desk/waves" aria-current={path === '/desk/waves' ? 'page' : undefined}>
            Các đợt khảo sát
          </a>
          <a href="/desk/forecasts" aria-current={path === '/desk/forecasts' ? 'page' : undefined}>
            Đối chiếu
          </a>
          <span class="masthead-person">{present.name}</span>
          <button type="button" class="link" onClick={leave}>
            Đăng xuất
          </button>
        </nav>
      )}
    </header>
  )
}

async function leave() {
  // Whatever the answer, this browser is done: a session that could not be ended runs out by itself.
  await signOut().catch(() => undefined)
  leaveSession()
}
