import { readFileSync } from 'node:fs'
import { sampleOf } from '../../analysis/sample.ts'
import { estimate } from '../../analysis/estimate-sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

const edition = Edition.parse(JSON.parse(readFileSync('survey-definitions/editions/pci-2017.json','utf8')))
const q = Questionnaire.parse(JSON.parse(readFileSync('survey-definitions/questionnaires/pci-full.json','utf8')))
const P = JSON.parse(readFileSync('/work/shared/truth/pci-2019-provinces.json','utf8'))
const runs = Number(process.argv[2] ?? 5), firms=Number(process.argv[3] ?? 150), seed0=Number(process.argv[4] ?? 1)
const t0=Date.now()
const cov = new Map<string, {n:number,hit:number,low:number,high:number,z:number[],se:number[]}>()
const ind = new Map<string, {z:number[], n:number[], err:number[]}>()
let s=seed0*100000
for (const p of P.provinces) for (let r=0;r<runs;r++) {
  const sample = sampleOf(q, simulateFirms({questionnaire:q, values:p.values, firms, seed:s++}))
  const e = estimate({edition, questionnaire:q, sample, hardValues:p.values, scaleLink:'none', weightsYear:2019})
  for (const x of e.subIndices) {
    const o=p.official[x.code]; const c=cov.get(x.code)??{n:0,hit:0,low:0,high:0,z:[],se:[]}; cov.set(x.code,c)
    c.n++; if (x.lower===null){continue}
    if (o<x.lower!) c.low++; else if (o>x.upper!) c.high++; else c.hit++
    c.z.push((x.score!-o)/x.standardError!); c.se.push(x.standardError!)
  }
  for (const x of e.indicators) if (x.source==='survey') { const c=ind.get(x.code)??{z:[],n:[],err:[]}; ind.set(x.code,c); c.n.push(x.answers); if(x.value!==null){c.err.push(x.value-p.values[x.code]); if (x.valueStandardError) c.z.push((x.value-p.values[x.code])/x.valueStandardError)} }
}
const m=(a:number[])=>a.reduce((x,y)=>x+y,0)/a.length
const sd=(a:number[])=>Math.sqrt(m(a.map(x=>x*x))-m(a)**2)
for (const [k,c] of cov) console.log(k.padEnd(20), (100*c.hit/c.n).toFixed(1), 'truth below',(100*c.low/c.n).toFixed(1),'above',(100*c.high/c.n).toFixed(1),'mean z',m(c.z).toFixed(3),'sd z',sd(c.z).toFixed(3),'se',m(c.se).toFixed(3))
if (process.argv[5]) for (const [k,c] of ind) console.log(k, 'n',m(c.n).toFixed(1),'min',Math.min(...c.n),'bias',(m(c.err)/(sd(c.err)/Math.sqrt(c.err.length))).toFixed(2), 'sdz', c.z.length?sd(c.z).toFixed(3):'', 'zero-se', (1-c.z.length/c.n.length).toFixed(2))
console.log((Date.now()-t0)/1000,'s')
