import type { ComponentChildren } from 'preact'
import { ProblemNote } from './problem-note.tsx'
import type { Resource } from './use-resource.ts'

interface LoadedProps<Value> {
  resource: Resource<Value>
  children: (value: Value) => ComponentChildren
}

/** Shows what was fetched, or that it is on its way, or why it is not here. */
export function Loaded<Value>({ resource, children }: LoadedProps<Value>) {
  if (resource.state === 'loading') {
    return (
      <p class="loading" role="status">
        Đang tải…
      </p>
    )
  }
  if (resource.state === 'failed') {
    return <ProblemNote problem={resource.problem} retry={() => void resource.reload()} />
  }
  return <>{children(resource.value)}</>
}
