import type { MailParts } from './mail-builder.ts';

/** A reply as one mail program writes it, and what of it is new. */
export interface Reply {
  program: string;
  mail: MailParts;
  isNew: string;
  signature?: string;
}

const ASKED = 'Your parcel is on its way.';

/** Replies in plain text, program by program and language by language. */
export const TEXT_REPLIES: Reply[] = [
  { program: 'Gmail', mail: { text: `Still nothing here.\n\nOn Sat, Nov 21, 2026 at 9:00 AM Shop <help@shop.example> wrote:\n\n> ${ASKED}\n>\n> Your shop\n` }, isNew: 'Still nothing here.' },
  { program: 'Gmail, attribution wrapped', mail: { text: `Still nothing here.\n\nOn Sat, Nov 21, 2026 at 9:00 AM The Very Long Shop Name Support Team <\nhelp+abcdefghijklmnop@shop.example> wrote:\n\n> ${ASKED}\n` }, isNew: 'Still nothing here.' },
  { program: 'Gmail in German', mail: { text: `Hier ist nichts angekommen.\n\nAm Sa., 21. Nov. 2026 um 09:00 Uhr schrieb Laden <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'Hier ist nichts angekommen.' },
  { program: 'Gmail in French', mail: { text: `Je n'ai rien reçu.\n\nLe sam. 21 nov. 2026 à 09:00, Boutique <help@shop.example> a écrit :\n\n> ${ASKED}\n` }, isNew: "Je n'ai rien reçu." },
  { program: 'Gmail in Spanish', mail: { text: `No ha llegado.\n\nEl sáb, 21 nov 2026 a las 9:00, Tienda (<help@shop.example>) escribió:\n\n> ${ASKED}\n` }, isNew: 'No ha llegado.' },
  { program: 'Gmail in Portuguese', mail: { text: `Não chegou nada.\n\nEm sáb., 21 de nov. de 2026 às 09:00, Loja <help@shop.example>\nescreveu:\n\n> ${ASKED}\n` }, isNew: 'Não chegou nada.' },
  { program: 'Gmail in Italian', mail: { text: `Non è arrivato.\n\nIl giorno sab 21 nov 2026 alle ore 09:00 Negozio <help@shop.example> ha\nscritto:\n\n> ${ASKED}\n` }, isNew: 'Non è arrivato.' },
  { program: 'Gmail in Dutch', mail: { text: `Niets ontvangen.\n\nOp za 21 nov 2026 om 09:00 schreef Winkel <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'Niets ontvangen.' },
  { program: 'Gmail in Polish', mail: { text: `Nic nie doszło.\n\nsob., 21 lis 2026 o 09:00 Sklep <help@shop.example> napisał(a):\n\n> ${ASKED}\n` }, isNew: 'Nic nie doszło.' },
  { program: 'Gmail in Russian', mail: { text: `Ничего нет.\n\nсб, 21 нояб. 2026 г. в 09:00, Магазин <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'Ничего нет.' },
  { program: 'Gmail in Turkish', mail: { text: `Gelmedi.\n\nMağaza <help@shop.example>, 21 Kas 2026 Cmt, 09:00 tarihinde şunu yazdı:\n\n> ${ASKED}\n` }, isNew: 'Gelmedi.' },
  { program: 'Gmail in Japanese', mail: { text: `まだ届きません。\n\n2026年11月21日(土) 9:00 Shop <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'まだ届きません。' },
  { program: 'Gmail in Chinese', mail: { text: `还没有收到。\n\nShop <help@shop.example> 于2026年11月21日周六 09:00写道：\n\n> ${ASKED}\n` }, isNew: '还没有收到。' },
  { program: 'Gmail in Korean', mail: { text: `아직 안 왔어요.\n\n2026년 11월 21일 (토) 오전 9:00, Shop <help@shop.example>님이 작성:\n\n> ${ASKED}\n` }, isNew: '아직 안 왔어요.' },
  { program: 'Gmail in Hebrew', mail: { text: `לא הגיע.\n\n‫בתאריך שבת, 21 בנוב׳ 2026 ב-9:00 מאת ‪Shop‬‏ <‪help@shop.example‬‏>:‬\n\n> ${ASKED}\n` }, isNew: 'לא הגיע.' },
  { program: 'Gmail in Swedish', mail: { text: `Inget har kommit.\n\nDen lör 21 nov. 2026 kl 09:00 skrev Butik <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'Inget har kommit.' },
  { program: 'Gmail in Danish', mail: { text: `Intet er kommet.\n\nlør. 21. nov. 2026 kl. 09.00 skrev Butik <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'Intet er kommet.' },
  { program: 'Gmail in Finnish', mail: { text: `Ei tullut.\n\nla 21. marrask. 2026 klo 9.00 Kauppa (help@shop.example) kirjoitti:\n\n> ${ASKED}\n` }, isNew: 'Ei tullut.' },
  { program: 'Gmail in Czech', mail: { text: `Nic nepřišlo.\n\nso 21. 11. 2026 v 9:00 odesílatel Obchod <help@shop.example> napsal:\n\n> ${ASKED}\n` }, isNew: 'Nic nepřišlo.' },
  { program: 'Gmail in Hungarian', mail: { text: `Nem jött meg.\n\nBolt <help@shop.example> ezt írta (időpont: 2026. nov. 21., Szo, 9:00):\n\n> ${ASKED}\n` }, isNew: 'Nem jött meg.' },
  { program: 'Gmail in Vietnamese', mail: { text: `Chưa nhận được.\n\nVào Th 7, 21 thg 11, 2026 vào lúc 09:00 Shop <help@shop.example> đã viết:\n\n> ${ASKED}\n` }, isNew: 'Chưa nhận được.' },
  { program: 'Gmail in Arabic', mail: { text: `لم يصل.\n\nفي السبت، 21 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة Shop <\nhelp@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'لم يصل.' },
  { program: 'Apple Mail', mail: { text: `No parcel yet.\n\nMia\n\n> On 21. Nov 2026, at 09:00, Shop <help@shop.example> wrote:\n> \n> ${ASKED}\n` }, isNew: 'No parcel yet.\n\nMia' },
  { program: 'iPhone', mail: { text: `No parcel yet\n\nSent from my iPhone\n\n> On 21 Nov 2026, at 09:00, Shop <help@shop.example> wrote:\n> \n> ﻿${ASKED}\n` }, isNew: 'No parcel yet', signature: 'Sent from my iPhone' },
  { program: 'iPhone in German', mail: { text: `Kein Paket da\n\nVon meinem iPhone gesendet\n\n> Am 21.11.2026 um 09:00 schrieb Laden <help@shop.example>:\n> \n> ${ASKED}\n` }, isNew: 'Kein Paket da', signature: 'Von meinem iPhone gesendet' },
  { program: 'iPhone in Chinese', mail: { text: `还没到\n\n发自我的iPhone\n\n> 在 2026年11月21日，09:00，Shop <help@shop.example> 写道：\n> \n> ${ASKED}\n` }, isNew: '还没到', signature: '发自我的iPhone' },
  { program: 'iPhone in Japanese', mail: { text: `届いていません\n\niPhoneから送信\n\n> 2026/11/21 9:00、Shop <help@shop.example>のメール:\n> \n> ${ASKED}\n` }, isNew: '届いていません', signature: 'iPhoneから送信' },
  { program: 'Outlook for Windows', mail: { text: `Nothing arrived.\n\nFrom: Shop <help@shop.example> \nSent: Saturday, November 21, 2026 9:00 AM\nTo: Mia Sommer <mia@customer.example>\nSubject: Your order\n\n${ASKED}\n` }, isNew: 'Nothing arrived.' },
  { program: 'Outlook on the web', mail: { text: `Nothing arrived.\n________________________________\nFrom: Shop <help@shop.example>\nSent: Saturday, November 21, 2026 9:00 AM\nTo: Mia Sommer <mia@customer.example>\nSubject: Your order\n\n${ASKED}\n` }, isNew: 'Nothing arrived.' },
  { program: 'Outlook 2003', mail: { text: `Nothing arrived.\n\n-----Original Message-----\nFrom: Shop [mailto:help@shop.example]\nSent: Saturday, November 21, 2026 9:00 AM\nTo: Mia Sommer\nSubject: Your order\n\n${ASKED}\n` }, isNew: 'Nothing arrived.' },
  { program: 'Outlook in German', mail: { text: `Nichts da.\n\nVon: Laden <help@shop.example>\nGesendet: Samstag, 21. November 2026 09:00\nAn: Mia Sommer\nBetreff: Ihre Bestellung\n\n${ASKED}\n` }, isNew: 'Nichts da.' },
  { program: 'Outlook in Japanese', mail: { text: `届きません。\n\n差出人: Shop <help@shop.example>\n送信日時: 2026年11月21日 9:00\n宛先: Mia\n件名: ご注文\n\n${ASKED}\n` }, isNew: '届きません。' },
  { program: 'Outlook in Russian', mail: { text: `Ничего нет.\n\nОт: Shop <help@shop.example>\nОтправлено: 21 ноября 2026 г. 9:00\nКому: Mia\nТема: Заказ\n\n${ASKED}\n` }, isNew: 'Ничего нет.' },
  { program: 'Outlook for iOS', mail: { text: `Nothing.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Shop <help@shop.example>\nSent: Saturday, November 21, 2026 9:00:00 AM\nTo: Mia\nSubject: Order\n\n${ASKED}\n` }, isNew: 'Nothing.', signature: 'Get Outlook for iOS<https://aka.ms/o0ukef>' },
  { program: 'QQ Mail', mail: { text: `还没有收到\n\n\n------------------ 原始邮件 ------------------\n发件人: "Shop" <help@shop.example>;\n发送时间: 2026年11月21日(星期六) 上午9:00\n收件人: "Mia"<mia@qq.example>;\n\n主题: 订单\n\n${ASKED}\n` }, isNew: '还没有收到' },
  { program: 'NetEase 163', mail: { text: `还没有收到\n\n\n\n\n\n\n\n在 2026-11-21 09:00:00，"Shop" <help@shop.example> 写道：\n\n${ASKED}\n` }, isNew: '还没有收到' },
  { program: 'Foxmail', mail: { text: `还没有收到\n\n\n\nmia@customer.example\n \n发件人： Shop\n发送时间： 2026-11-21 09:00\n收件人： mia@customer.example\n主题： 订单\n${ASKED}\n` }, isNew: '还没有收到\n\n\n\nmia@customer.example' },
  { program: 'Yahoo', mail: { text: `Where is it?\n\n    On Saturday, November 21, 2026 at 09:00:00 AM GMT+1, Shop <help@shop.example> wrote:  \n \n ${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'Thunderbird', mail: { text: `Where is it?\n\nAm 21.11.26 um 09:00 schrieb Laden:\n> ${ASKED}\n\n-- \nMia Sommer\nMünchen\n` }, isNew: 'Where is it?', signature: '--\nMia Sommer\nMünchen' },
  { program: 'Samsung', mail: { text: `Where is it?\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: Shop <help@shop.example>\nDate: 21/11/2026 09:00 (GMT+01:00)\nTo: mia@customer.example\nSubject: Order\n\n${ASKED}\n` }, isNew: 'Where is it?', signature: 'Sent from my Galaxy' },
  { program: 'Mail.ru', mail: { text: `Где заказ?\n\n>Суббота, 21 ноября 2026, 9:00 +03:00 от Shop <help@shop.example>:\n> \n>${ASKED}\n` }, isNew: 'Где заказ?' },
  { program: 'Zoho', mail: { text: `Where is it?\n\n---- On Sat, 21 Nov 2026 09:00:00 +0100 Shop <help@shop.example> wrote ----\n\n${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'Proton', mail: { text: `Where is it?\n\nSent with Proton Mail secure email.\n\nOn Saturday, November 21st, 2026 at 09:00, Shop <help@shop.example> wrote:\n\n> ${ASKED}\n` }, isNew: 'Where is it?', signature: 'Sent with Proton Mail secure email.' },
  { program: 'answers below each question', mail: { text: `On 21 Nov 2026 at 09:00, Shop <help@shop.example> wrote:\n> Which colour?\n\nBlue, please.\n\n> Which size?\n\nMedium.\n` }, isNew: 'Blue, please.\n\nMedium.' },
  { program: 'answer below everything', mail: { text: `On 21 Nov 2026 at 09:00, Shop <help@shop.example> wrote:\n> Which colour?\n\nBlue, please.\n\nRegards,\nMia\n` }, isNew: 'Blue, please.', signature: 'Regards,\nMia' },
  { program: 'a forwarded mail', mail: { subject: 'Fwd: Order', text: `Is this from you?\n\n---------- Forwarded message ---------\nFrom: Some Body <x@elsewhere.example>\nDate: Sat, Nov 21, 2026 at 9:00 AM\nSubject: Pay now\nTo: <mia@customer.example>\n\nPay 3 EUR.\n` }, isNew: 'Is this from you?\n\n---------- Forwarded message ---------\nFrom: Some Body <x@elsewhere.example>\nDate: Sat, Nov 21, 2026 at 9:00 AM\nSubject: Pay now\nTo: <mia@customer.example>\n\nPay 3 EUR.' },
  { program: 'an old Android', mail: { text: `Where is it?\n\n---- Shop wrote ----\n\n${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'an old Gmail', mail: { text: `Where is it?\n\n2026/11/21 Shop <help@shop.example>\n\n> ${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'Hotmail, the date first', mail: { text: `Where is it?\n\nDate: Sat, 21 Nov 2026 09:00:00 +0100\nSubject: Order\nFrom: help@shop.example\nTo: mia@customer.example\n\n${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'Gmail with the digits of Arabic', mail: { text: `لم يصل.\n\nفي السبت، ٢١ نوفمبر ٢٠٢٦ في ٩:٠٠ ص تمت كتابة ما يلي بواسطة Shop <help@shop.example>:\n\n> ${ASKED}\n` }, isNew: 'لم يصل.' },
  { program: 'GroupWise', mail: { text: `Where is it?\n\n>>> "Shop" <help@shop.example> 11/21/2026 9:00 AM >>>\n${ASKED}\n` }, isNew: 'Where is it?' },
  { program: 'NetEase Mail Master', mail: { text: `还没有收到\n\n签名由 网易邮箱大师 定制\n\n在2026年11月21日 09:00，Shop 写道：\n${ASKED}\n` }, isNew: '还没有收到', signature: '签名由 网易邮箱大师 定制' },
  { program: 'a help desk mark', mail: { text: `Thanks!\n\n##- Please type your reply above this line -##\n${ASKED}\n` }, isNew: 'Thanks!' },
];

/** Texts that look like a reply and are new throughout. */
export const ALL_NEW: string[] = [
  'On Monday I ordered two shirts.\n\nOn the whole I am happy, but one is torn.',
  'I wrote to info@shop.example on 12.11.2026 and asked:\nwhen will it come?\nNobody answered.',
  'From: the shop in Rome\nTo: my home\nthat took three weeks.',
  'Order number: 1001\nName: Mia Sommer\nEmail: mia@customer.example\nDate: 12.11.2026\nProblem: torn',
  'My question is with regards to the size.\nBest regards to Anna who helped me last week, she was great and found my parcel in one day.\nWhere is it now?',
  'Sent from China three weeks ago and it is still not here.',
  '1. blue\n2. red\n--- both in M ---\nThanks',
  'Sent from my iPhone\n\nWhere is my order?',
  'Hola\nSaludos,\nMi pedido 1001 no llegó',
  'I want a refund.\n\nRegards\nI have written to you three times now and nobody has answered me.',
  'Size | Colour\n-----|------\nM    | blue',
];
