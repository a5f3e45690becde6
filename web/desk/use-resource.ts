import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from './api-client.ts'

/** Something fetched: on its way, here, or refused. `reload` keeps what is shown until the new comes. */
export type Resource<Value> = { readonly reload: () => Promise<void> } & (
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: ApiProblem }
)

type Fetched<Value> =
  | { key: string; state: 'ready'; value: Value }
  | { key: string; state: 'failed'; problem: ApiProblem }

/** What `load` answers; loaded again when `key` changes. */
export function useResource<Value>(key: string, load: () => Promise<Value>): Resource<Value> {
  const [fetched, setFetched] = useState<Fetched<Value>>()
  const reload = useCallback(async () => {
    try {
      const value = await load()
      setFetched({ key, state: 'ready', value })
    } catch (error) {
      setFetched({ key, state: 'failed', problem: asProblem(error) })
    }
    // `load` is made anew at every render: the key says when it means something else.
  }, [key])
  useEffect(() => void reload(), [reload])
  return fetched?.key === key ? { ...fetched, reload } : { state: 'loading', reload }
}

/**
 * An act the person starts: whether it runs, and why the last one failed. It runs once at a time, so
 * its button is marked and not disabled: a disabled one would lose the focus.
 */
export function useAction<Input extends readonly unknown[]>(act: (...input: Input) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const run = async (...input: Input) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await act(...input)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, problem, run }
}

function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  // Not a refusal but a bug: let the console have it, and the page say that something broke.
  reportError(error)
  return new ApiProblem('unreadable', 0)
}
