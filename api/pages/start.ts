import { html } from "hono/html";
import type { Markup, Reader } from "./page.ts";

interface Stage {
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  /** A piece of one shell session: the pieces run one after another. */
  commands: string;
}

const json = `-H 'Content-Type: application/json'`;

/** How to cast a ballot with nothing but curl and openssl. A test runs these commands as they are printed. */
export function startStages(origin: string): Stage[] {
  return [
    {
      title: { zh: "组织者令牌", en: "A token of the organiser" },
      text: {
        zh: "在运行服务的机器上，于项目目录中执行；服务第一次启动时已生成组织者的密钥。",
        en: "On the machine that runs the service, in the project's folder: the first start has made the organiser's key.",
      },
      commands: `HOST=${origin}
ORGANISER=$(npx wanping token)`,
    },
    {
      title: { zh: "邀请设备并绑定单位", en: "Invite a device and assign it to a unit" },
      text: {
        zh: "注册码只在这里显示一次。",
        en: "The enrolment code is shown only here, once.",
      },
      commands: `CODE=$(curl -s $HOST/v1/devices -H "Authorization: Bearer $ORGANISER" ${json} \\
  --data '{"id":"my-device","label":"Try-out"}' | sed -n 's/.*"enrolmentCode":"\\([^"]*\\)".*/\\1/p')
curl -s -X PUT $HOST/v1/devices/my-device/assignments -H "Authorization: Bearer $ORGANISER" ${json} \\
  --data '{"assignments":[{"unit":"unit-012","programme":"neixiang-per-visit","from":"'$(date -u +%Y-%m-01)'"}]}'`,
    },
    {
      title: { zh: "注册设备", en: "Enrol the device" },
      text: {
        zh: "密钥对由设备自己生成，私钥从不离开设备。",
        en: "The device makes its own key pair; the private key never leaves it.",
      },
      commands: `b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
openssl genpkey -algorithm ed25519 -out device.pem
X=$(openssl pkey -in device.pem -pubout -outform DER | tail -c 32 | b64url)
curl -s $HOST/v1/enrolments ${json} \\
  --data '{"code":"'$CODE'","publicKey":{"kty":"OKP","crv":"Ed25519","x":"'$X'"}}'`,
    },
    {
      title: { zh: "换取短期令牌", en: "Get a short token" },
      text: {
        zh: "设备签一份断言（private_key_jwt，RFC 7523），一份断言换一次令牌。",
        en: "The device signs an assertion (private_key_jwt, RFC 7523); each buys one token.",
      },
      commands: `NOW=$(date +%s)
HEADER=$(printf '{"alg":"EdDSA","typ":"JWT"}' | b64url)
CLAIMS=$(printf '{"iss":"my-device","sub":"my-device","aud":"%s/v1/token","jti":"%s","iat":%d,"exp":%d}' \\
  $HOST $(openssl rand -hex 16) $NOW $((NOW + 120)) | b64url)
printf '%s.%s' $HEADER $CLAIMS > assertion.txt
SIGNATURE=$(openssl pkeyutl -sign -inkey device.pem -rawin -in assertion.txt | b64url)
DEVICE=$(curl -s $HOST/v1/token --data-urlencode grant_type=client_credentials \\
  --data-urlencode client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
  --data-urlencode client_assertion=$HEADER.$CLAIMS.$SIGNATURE | sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p')`,
    },
    {
      title: { zh: "投出评价", en: "Cast a ballot" },
      text: {
        zh: "201 表示已经落盘。再执行一次最后一条命令：同一序号、同一内容，还是同一张回执。",
        en: "201 means it is on disk. Run the last command again: the same serial and body give the same receipt.",
      },
      commands: `SERIAL=$(openssl rand 32 | b64url)
BALLOT='{"serial":"'$SERIAL'","programme":"neixiang-per-visit","instrument":"window-rating","ratedAt":"'$(date -u +%Y-%m-%dT%H:%M:%SZ)'","answers":{"kind":"levels","unit":"unit-012","level":"satisfied"}}'
curl -si $HOST/v1/ballots -H "Authorization: Bearer $DEVICE" ${json} --data "$BALLOT"`,
    },
  ];
}

export function startSection({ say, lang, origin }: Reader): Markup {
  return html`<h2 id="start">${say("五分钟投出一份评价", "Cast a ballot in five minutes")}</h2>
<p>${say(
    "只需要 curl、openssl 和 bash。演示数据在 npm start 之后就有，本月的一轮已经开启。",
    "With curl, openssl and bash alone. After npm start the demonstration is there, and this month's round is open.",
  )}</p>
<ol>${startStages(origin).map(
    ({ title, text, commands }, index) =>
      html`<li><p><strong>${title[lang]}</strong>${say("：", ": ")}${text[lang]}</p><pre tabindex="0" aria-label="${title[lang]}"><code id="start-${index + 1}">${commands}</code></pre></li>`,
  )}</ol>`;
}
