import { asKioskError, type KioskError } from "../../../../sdk/kiosk/error.ts";
import { formScreen } from "./form.ts";
import { forgetUnsent, type Kept, keep, recall, unsent } from "./kept.ts";
import { offerLanguages } from "./language.ts";
import { haltScreen, thanksScreen, waitingScreen } from "./screens.ts";
import { askForm, sendRating } from "./server.ts";

/** Whose answers matter: what comes back for the code before it changes nothing on this page any more. */
let current: string | undefined;

/** Goes on where this tab stands: a new code, a rating whose answer did not come, one that is recorded. */
async function begin(): Promise<void> {
  const kept = recall();
  current = kept?.token;
  void deliverUnsent();
  if (!kept) return haltScreen("bad_link", begin);
  if (kept.receipt) return thanksScreen(kept, kept.receipt);
  if (kept.refused !== undefined) return haltScreen(kept.refused, begin);
  if (kept.answers) return waitingScreen(kept, true, () => send(kept));
  await open(kept);
}

async function open(kept: Kept): Promise<void> {
  try {
    const form = await askForm(kept);
    if (kept.token !== current) return;
    keep({ ...kept, form });
    if (form.instrument.kind !== "levels") return haltScreen("other_form", begin);
    formScreen(form, (answers) => void send({ ...kept, form, answers }));
  } catch (reason) {
    if (kept.token !== current) return;
    const error = asKioskError(reason);
    haltScreen(codeOf(error), () => open(kept), error.message);
  }
}

/** First kept, then sent: whatever becomes of the answer, the next attempt is the same rating. */
async function send(kept: Kept): Promise<void> {
  const safe = keep(kept);
  const { token, serial, form } = kept;
  const settled: Kept = { token, serial, ...(form && { form }) };
  try {
    const receipt = await sendRating(kept);
    if (kept.token !== current) return;
    keep({ ...settled, receipt });
    thanksScreen(settled, receipt);
    void deliverUnsent();
  } catch (reason) {
    if (kept.token !== current) return;
    const error = asKioskError(reason);
    const code = codeOf(error);
    if (code === "no_answer" || code === "busy") {
      const waiting: Kept = { ...kept, unanswered: true };
      keep(waiting);
      return waitingScreen(waiting, safe, () => send(waiting));
    }
    const refused = code === "expired" && kept.unanswered ? "expired_unanswered" : code;
    if (error.retry === "never") keep({ ...settled, refused });
    haltScreen(refused, () => send(kept), error.message);
  }
}

/** Each as it was first sent; what the server will never take is forgotten, as on its own page. */
async function deliverUnsent(): Promise<void> {
  for (const kept of unsent()) {
    const settled = await sendRating(kept).then(
      () => true,
      (reason) => asKioskError(reason).retry === "never",
    );
    if (settled) forgetUnsent(kept);
  }
}

function codeOf({ code, status }: KioskError): string {
  return status === 429 || status >= 500 ? "busy" : code;
}

// Another code scanned into the same tab changes what stands behind `#`, and nothing else.
window.addEventListener("hashchange", () => {
  if (location.hash.length > 1) void begin();
});
offerLanguages();
void begin();
