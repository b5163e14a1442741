"use strict";
// Passkeys: the forms that need them appear where the browser can, and talk to the server without leaving the page.
(() => {
  if (!window.PublicKeyCredential) { return; }

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  class Refused extends Error {}

  const ask = async (form, path, body, type) => {
    const headers = { "X-XSRF-TOKEN": form.querySelector("[name=_csrf]").value };
    if (type) { headers["Content-Type"] = type; }
    const answer = await fetch(path, { method: "POST", headers, body, credentials: "same-origin" });
    if (answer.status === 403 || answer.status === 429) { throw new Refused(); }
    if (!answer.ok) { throw new Error(path + ": " + answer.status); }
    return answer.json();
  };
  const json = (value) => [JSON.stringify(value), "application/json"];

  const plain = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });

  const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const register = async (form) => {
    const options = await ask(form, "/account/passkeys/options", new URLSearchParams({ password: form.password.value }));
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      },
    });
    const { attestationObject, clientDataJSON } = credential.response;
    const made = plain(credential, {
      attestationObject: text(attestationObject),
      clientDataJSON: text(clientDataJSON),
      transports: credential.response.getTransports ? credential.response.getTransports() : [],
    });
    await ask(form, "/webauthn/register", ...json({ publicKey: { label: form.label.value, credential: made } }));
    location.assign("/account");
  };

  const signIn = async (form) => {
    const options = await ask(form, "/webauthn/authenticate/options");
    const credential = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: named(options.allowCredentials),
      },
    });
    const { authenticatorData, clientDataJSON, signature, userHandle } = credential.response;
    const proof = plain(credential, {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : undefined,
    });
    await ask(form, "/login/webauthn", ...json(proof));
    location.assign(form.dataset.back || "/");
  };

  const act = { register, "sign-in": signIn };
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const says = form.querySelector(".passkey-says");
      says.textContent = "";
      try {
        await act[form.dataset.passkey](form);
      } catch (failed) {
        says.textContent = failed instanceof Refused && form.dataset.refused ? form.dataset.refused : form.dataset.failed;
      }
    });
  });
})();
