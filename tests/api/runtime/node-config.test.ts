import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../../api/runtime/node-config.ts'

it('has a default for everything', () => {
  expect(readConfig({}, false)).toEqual({
    port: 8787,
    host: '127.0.0.1',
    databasePath: join('./data', 'pci-pulse.db'),
    origin: 'http://localhost:8787',
    demo: false,
  })
})

it('keeps a demonstration in a file of its own, and follows the port', () => {
  expect(readConfig({ PORT: '9000', DATA_DIR: '/srv/pci' }, true)).toMatchObject({
    databasePath: '/srv/pci/demo.db',
    origin: 'http://localhost:9000',
    demo: true,
  })
})

it('takes an origin without its path', () => {
  expect(readConfig({ ORIGIN: 'https://khaosat.langson.example/desk' }, false).origin).toBe(
    'https://khaosat.langson.example',
  )
})

it.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['ORIGIN', { ORIGIN: 'khaosat.langson.example' }],
  ['ORIGIN', { ORIGIN: 'ftp://khaosat.langson.example' }],
])('names the variable that cannot be used: %s', (name, environment) => {
  expect(() => readConfig(environment, false)).toThrow(name)
})
