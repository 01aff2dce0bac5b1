/**
 * English words of four letters and more that stand in any text. In a journal of a few entries they are as rare as
 * every other word, so counting alone cannot tell them.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `about above after again also always another anything around away back because been before being best better between
  both came come comes could days does doing done down each else enough even ever every everything find first from gave
  getting give given goes going gone good great have having here however into itself just keep kept know last later least
  less like little long look looking made make makes making many maybe mean might more most much must need needs never next
  nothing often once only other others over part people perhaps quite rather really right said same seem seems several
  should since some someone something soon still such sure take taken takes taking tell than that their them then there
  these they thing things think this those though through time times today together told took toward towards under until
  upon used using very want wanted wants week well went were what when where whether which while whole whose will with
  within without work would write year years yesterday your yours`.split(/\s+/),
)
