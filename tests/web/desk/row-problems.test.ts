import { describe, expect, it } from 'vitest'
import { rowProblems } from '../../../web/desk/row-problems.ts'

describe('rowProblems', () => {
  it('names the row and what is wrong with it', () => {
    expect(rowProblems([{ path: '/3', code: 'duplicate_option' }])).toEqual([
      'Dòng 3: phương án đã có ở dòng trên',
    ])
  })

  it('still says where when it does not know the reason', () => {
    expect(rowProblems([{ path: '/7', code: 'strange' }])).toEqual(['Dòng 7: không hợp lệ (mã strange)'])
    expect(rowProblems([{ path: '', code: 'bad_csv' }])).toEqual([
      'Tệp: không phải CSV có ba cột item,option,count',
    ])
  })
})
