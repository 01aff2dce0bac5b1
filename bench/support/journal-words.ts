import type { RandomSource } from './random.ts'

/** Words that a career journal is full of. */
export const topics =
  'mentorship interpretability alignment research engineering portfolio application interview feedback publication conference workshop fellowship program professor collaboration experiment evaluation governance policy robustness oversight scaling deception transparency networking advising deadline proposal curriculum benchmark dataset training inference optimization attention transformer circuit activation gradient reward preference agent simulation forecasting strategy leadership management hiring compensation negotiation relocation visa teaching writing speaking reading planning reflection habit motivation burnout confidence impostor community newsletter podcast lecture seminar internship residency contract freelance consulting startup nonprofit laboratory university department committee dissertation thesis journal reviewer rebuttal submission acceptance rejection revision citation reference summary outline draft prototype deployment monitoring incident debugging refactoring architecture database infrastructure security privacy reliability performance latency throughput automation testing documentation'.split(
    ' ',
  )

export const verbs =
  'read wrote tried learned discussed planned reviewed finished started applied asked compared explained noticed fixed built measured prepared presented reached skipped sketched studied summarised taught tested translated visited questioned organised improved ignored imagined listened met missed moved offered opened'.split(
    ' ',
  )

export const plainWords =
  'the a of to and in that it is was for on with as at by this from they we be or had not but what all were when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first been call who its now find long down day did get come made may part over new sound take only little work know place year live me back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home us move try kind hand picture again change off play spell air away animal house point page letter mother answer found study still should world high every near add food between own below country plant last school father keep tree never city earth eye light thought head under story saw left few while along might close something seem next hard open example begin life always those both paper together got group often run important until side feet car mile night walk white sea began grow took river four carry state once book hear stop without second later miss idea enough eat face watch far really almost let above girl sometimes mountain cut young talk soon list song being leave family'.split(
    ' ',
  )

const onsets =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k kl kr l m n p ph pl pr qu r s sc sh sk sl sm sn sp st str t th tr v w wh z'.split(
    ' ',
  )
const vowels = 'a e i o u ai ea ee ie io oa oo ou'.split(' ')
const codas = 'b ck d ft g l ld lm lt m mp n nd ng nt p r rd rk rm rn rt s sh sk st t th x'.split(' ')
const endings = 'er ing ed tion ism ity ous ment ness ship able ics'.split(' ')

/** A word that could be one: names, terms and slang that a dictionary does not hold. */
export function makeWord(random: RandomSource, syllables: number): string {
  let word = ''
  for (let at = 0; at < syllables; at += 1) word += random.pick(onsets) + random.pick(vowels)
  word += random.pick(codas)
  return random.isLucky(0.3) ? word + random.pick(endings) : word
}

/** `count` different words of two and three syllables. */
export function makeWords(random: RandomSource, count: number): string[] {
  const words = new Set<string>()
  while (words.size < count) words.add(makeWord(random, random.isLucky(0.6) ? 2 : 3))
  return Array.from(words)
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
