// The time machine: what a client sees at another moment, with a clock that runs by another zone.
// The site's script takes the moment from data-now on <html>; the zone of a device is what its clock says, so the clock is asked to lie.
const PLACE = "welcomemat-moment"
const AWAITED = "welcomemat-awaited"
const real = Date.prototype.getTimezoneOffset

function chosen() {
  try { return JSON.parse(sessionStorage.getItem(PLACE)) } catch { return null }
}

/** Minutes that a zone's clocks are ahead of UTC at a moment. */
function ahead(at, zone) {
  const form = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" })
  const part = Object.fromEntries(form.formatToParts(at).map(it => [it.type, Number(it.value)]))
  return (Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(at / 1000) * 1000) / 60000
}

/** The moment at which the clocks of a zone show a day and a time. */
function instant(day, time, zone) {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const first = shown - ahead(shown, zone) * 60000
  return shown - ahead(first, zone) * 60000
}

export const moment = {
  chosen,

  /** Makes the page's scripts believe in the chosen moment. */
  apply() {
    const it = chosen(), root = document.documentElement
    if (it) root.dataset.now = new Date(it.at).toISOString()
    else delete root.dataset.now
    Date.prototype.getTimezoneOffset = it?.visitor ? function () { return -ahead(this.getTime(), it.visitor) } : real
    document.dispatchEvent(new Event("welcomemat:now"))
  },

  /** Goes to a moment; without one, back to now. For another day the preview makes the site anew, and the page loads again. */
  async go(wish, preview, today) {
    if (wish) sessionStorage.setItem(PLACE, JSON.stringify({ ...wish, at: instant(wish.day, wish.time, wish.zone) }))
    else sessionStorage.removeItem(PLACE)
    this.apply()
    if (wish?.day === today) return ""
    sessionStorage.setItem(AWAITED, String(Date.now()))
    return preview.act({ do: "show", day: wish?.day ?? null })
  },

  isAwaited() {
    const since = Number(sessionStorage.getItem(AWAITED))
    sessionStorage.removeItem(AWAITED)
    return Date.now() - since < 60000
  },
}
