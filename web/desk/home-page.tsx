import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import type { WaveView } from '../../api/views.ts'
import { getWaves } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { newestWave } from './newest-wave.ts'
import { useResource } from './use-resource.ts'

/** Leads to the results of the newest open wave, or to the list where there is no wave. */
export function HomePage() {
  const waves = useResource('waves', getWaves)
  return <Loaded resource={waves}>{(list) => <GoTo wave={newestWave(list)} />}</Loaded>
}

function GoTo({ wave }: { wave: WaveView | undefined }) {
  const { route } = useLocation()
  const address = wave === undefined ? '/desk/waves' : `/desk/waves/${wave.id}/results`
  useEffect(() => route(address, true), [address])
  return null
}
