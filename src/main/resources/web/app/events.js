// Server-sent events, as HTML specifies them, from the body of a response. EventSource cannot send an access token.

/** The events of a body. Comments, which are the heartbeats of the service, are events without a name. */
export async function* events(body) {
  let text = '';
  for await (const chunk of chunks(body)) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop();
    yield* blocks.map(eventOf);
  }
}

/** Not every browser iterates over a body. */
async function* chunks(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value;
  }
}

function eventOf(block) {
  const lines = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line)).filter(Boolean);
  return Object.fromEntries(lines.map(([, field, value]) => [field, value]));
}
