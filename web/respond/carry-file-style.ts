/**
 * The look of the file that carries the answers: the letter's, and dark on light on paper. It stands in
 * every such file, so it is as short as it goes: one rule a line, without blanks.
 */
export const CARRY_FILE_STYLE = `:root{--a:#0b5c5a;color:#17211f;
font:112.5%/1.45 -apple-system,'Segoe UI',system-ui,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--a:#7fcdc4;background:#111817;color:#e9efed}}
@media print{:root{font-size:11pt}}
main{max-width:36rem;margin:auto;padding:1rem;overflow-wrap:break-word}
h1{font-size:1.45em}
h1:after{content:'';display:block;width:4rem;margin-top:.5em;border-top:2px solid var(--a)}
h2{margin-top:2em;font-size:1.17em}
dt{border-top:1px solid #8886;padding-top:.7em}
dt,.quiet{font-size:.9em;opacity:.75}
dd{margin:0 0 .7em;break-before:avoid}
dd *{display:block}`
