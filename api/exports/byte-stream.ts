/** The parts as one body, read only as fast as it is taken: a wave never stands in memory whole. */
export function byteStream(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(utf8.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
