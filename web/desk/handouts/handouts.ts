/** What can be printed for one link, by the last part of its address. */
export const HANDOUTS = [
  { code: 'poster-a4', name: 'Áp phích A4', print: 'Khổ A4 đứng, một mặt, tỷ lệ 100%.' },
  { code: 'poster-a5', name: 'Áp phích A5', print: 'Khổ A5 đứng, một mặt, tỷ lệ 100%.' },
  {
    code: 'table-tent',
    name: 'Thẻ để bàn',
    print: 'Khổ A4 đứng, giấy dày, tỷ lệ 100%. Gập theo hai nét đứt, dán phần đế.',
  },
  { code: 'slips', name: 'Tờ rời', print: 'Khổ A4 đứng, mười tờ mỗi trang, tỷ lệ 100%. Cắt theo nét đứt.' },
] as const

export type HandoutCode = (typeof HANDOUTS)[number]['code']
