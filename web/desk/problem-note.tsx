import type { ApiProblem } from './api-client.ts'
import { problemWords } from './problem-words.ts'

/** Why something could not be done, in words; read out when it appears. */
export function ProblemNote({ problem, retry }: { problem: ApiProblem | undefined; retry?: () => void }) {
  return (
    <div role="alert">
      {problem && (
        <div class="problem">
          <p>{problemWords(problem.code, problem.status)}</p>
          {retry && (
            <button type="button" class="link" onClick={retry}>
              Thử lại
            </button>
          )}
        </div>
      )}
    </div>
  )
}
