import { useEffect, useState } from 'preact/hooks'

/** Says that the network is gone for as long as it is. */
export function OfflineBar() {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return (
    <div role="status" class="no-print">
      {!online && (
        <p class="offline-bar">Mất kết nối mạng. Trang vẫn đọc được; thao tác sẽ không gửi đi được.</p>
      )}
    </div>
  )
}
