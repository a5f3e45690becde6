import { createApp } from '../../api/app.ts'
import { openTestApp } from './app.ts'
import { builtShell } from './built-shell.ts'
import type { TestDatabase } from './databases.ts'

/** The app with the respondent's page as it is built, and somebody of the staff signed in. */
export async function openDeskApp(testDatabase: TestDatabase) {
  const desk = await openTestApp(testDatabase)
  return {
    desk,
    app: createApp({ ...desk.dependencies, asset: builtShell }),
    headers: await desk.signIn(),
  }
}
