import type { Reply } from './replies.ts';

const ASKED = 'Your parcel is on its way.';

/** Replies that are pages only, with the marks each program leaves in them. */
export const PAGE_REPLIES: Reply[] = [
  {
    program: 'Gmail',
    mail: { html: `<div dir="ltr">Still nothing.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Sat, Nov 21, 2026 at 9:00 AM Shop &lt;<a href="mailto:help@shop.example">help@shop.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><p>${ASKED}</p></blockquote></div>` },
    isNew: 'Still nothing.',
  },
  {
    program: 'Gmail with a signature and an answer inside the quote',
    mail: { html: `<div dir="ltr">Two answers:<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Mia Sommer</div></div><br><div class="gmail_quote"><div class="gmail_attr">On Sat, Nov 21, 2026 at 9:00 AM Shop wrote:<br></div><blockquote class="gmail_quote"><p>Which colour?</p></blockquote><div>Blue</div><blockquote class="gmail_quote"><p>Which size?</p></blockquote><div>Medium</div></div>` },
    isNew: 'Two answers:\n\nBlue\n\nMedium',
    signature: '--\nMia Sommer',
  },
  {
    program: 'Outlook for Windows',
    mail: { html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang="EN-GB"><div class="WordSection1"><p class="MsoNormal">Nothing arrived.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Shop &lt;help@shop.example&gt; <br><b>Sent:</b> 21 November 2026 09:00<br><b>To:</b> Mia<br><b>Subject:</b> Order<o:p></o:p></p></div></div><p class="MsoNormal">${ASKED}<o:p></o:p></p></div></body></html>` },
    isNew: 'Nothing arrived.',
  },
  {
    program: 'Outlook on the web',
    mail: { html: `<html><body><div class="elementToProof">Nothing arrived.</div><div id="Signature"><p>Mia Sommer<br>Munich</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Fra:</b> Shop &lt;help@shop.example&gt;<br><b>Sendt:</b> 21. november 2026 09:00<br><b>Emne:</b> Ordre</font></div><div>${ASKED}</div></body></html>` },
    isNew: 'Nothing arrived.',
    signature: 'Mia Sommer\nMunich',
  },
  {
    program: 'Outlook for iOS',
    mail: { html: `<body><div dir="ltr">Nothing</div><div id="ms-outlook-mobile-signature"><div>Hol dir Outlook für iOS</div></div><hr><div id="divRplyFwdMsg"><b>Von:</b> Shop<br><b>Gesendet:</b> Samstag</div><div>${ASKED}</div></body>` },
    isNew: 'Nothing',
    signature: 'Hol dir Outlook für iOS',
  },
  { program: 'Apple Mail', mail: { html: `<html><body style="overflow-wrap: break-word;">No parcel yet.<br><div><br><blockquote type="cite"><div>On 21. Nov 2026, at 09:00, Shop &lt;help@shop.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>${ASKED}</div></blockquote></div></body></html>` }, isNew: 'No parcel yet.' },
  { program: 'iPhone', mail: { html: `<html><body dir="auto">No parcel yet<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 21 Nov 2026, at 09:00, Shop wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${ASKED}</div></blockquote></body></html>` }, isNew: 'No parcel yet', signature: 'Sent from my iPhone' },
  { program: 'Thunderbird', mail: { html: `<body><p>Where is it?</p><div class="moz-cite-prefix">Am 21.11.26 um 09:00 schrieb Laden:<br></div><blockquote type="cite" cite="mid:1@shop.example"><p>${ASKED}</p></blockquote><div class="moz-signature">-- <br>Mia</div></body>` }, isNew: 'Where is it?', signature: '--\nMia' },
  { program: 'Thunderbird, where the answer was typed into the line over the quote', mail: { html: `<body><div class="moz-cite-prefix">Hello,<br><br>the lid is cracked.<br><br><blockquote type="cite"><p>Which one?</p></blockquote>The blue one.<br></div></body>` }, isNew: 'Hello,\n\nthe lid is cracked.\n\nThe blue one.' },
  { program: 'Open-Xchange', mail: { html: `<div class="default-style">Where is it?</div><div class="default-style io-ox-signature">Mia Sommer</div><blockquote type="cite"><div>Shop &lt;help@shop.example&gt; hat am 21.11.2026 09:00 CET geschrieben:</div><div>${ASKED}</div></blockquote>` }, isNew: 'Where is it?', signature: 'Mia Sommer' },
  { program: 'Front', mail: { html: `<div>Where is it?</div><div class="front-signature">Mia Sommer</div><div><div>On November 21, 2026 at 9:00 AM GMT+1 help@shop.example wrote:</div><blockquote type="cite" class="front-blockquote">${ASKED}</blockquote></div>` }, isNew: 'Where is it?', signature: 'Mia Sommer' },
  { program: 'Foxmail, which draws a line over its signature', mail: { html: `<div>还没有收到</div><hr style="width: 210px; height: 1px;" color="#b5c4df" size="1" align="left"><div><span><div>Mia Sommer</div></span></div><blockquote><div style="border:none;border-top:solid #B5C4DF 1.0pt"><div><b>发件人：</b>Shop</div></div><div>${ASKED}</div></blockquote>` }, isNew: '还没有收到', signature: 'Mia Sommer' },
  { program: 'Yahoo', mail: { html: `<div class="yahoo-style-wrap"><div dir="ltr">Where is it?</div></div><div id="ydp1yahoo_quoted_2" class="ydp1yahoo_quoted"><div>El sábado, 21 de noviembre de 2026, 09:00:00 CET, Shop escribió:</div><div>${ASKED}</div></div>` }, isNew: 'Where is it?' },
  { program: 'QQ Mail', mail: { html: `<div>还没有收到</div><div><br></div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"Shop" &lt;help@shop.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年11月21日(星期六) 上午9:00</div></div><div>${ASKED}</div>` }, isNew: '还没有收到' },
  { program: 'NetEase 163', mail: { html: `<div style="line-height:1.7;">还没有收到<br></div><br><br><div style="position:relative;zoom:1"></div><p>At 2026-11-21 09:00:00, "Shop" &lt;help@shop.example&gt; wrote:</p><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex;"><div>${ASKED}</div></blockquote>` }, isNew: '还没有收到' },
  { program: 'Proton', mail: { html: `<div>Where is it?</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-user">Mia</div></div><div class="protonmail_quote">On Saturday, November 21st, 2026 at 09:00, Shop wrote:<br><blockquote class="protonmail_quote" type="cite">${ASKED}</blockquote></div>` }, isNew: 'Where is it?', signature: 'Mia' },
  { program: 'an indented paragraph that is no quote', mail: { html: '<div>I want:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>two shirts</div></blockquote><div>Thanks</div>' }, isNew: 'I want:\ntwo shirts\nThanks' },
  { program: 'a table drawn in the grey of Outlook', mail: { html: '<table><tr><td style="border:solid #E1E1E1 1.0pt">Size</td><td style="border-top:solid #E1E1E1 1.0pt">M</td></tr></table><p>Right?</p>' }, isNew: 'Size M\n\nRight?' },
  { program: 'hidden text and scripts', mail: { html: '<head><title>t</title><style>p{}</style></head><div style="display:none">preheader</div><p>Hello&nbsp;there &amp; all</p><script>alert("x")</script><!-- no --><p>Bye' }, isNew: 'Hello there & all\n\nBye' },
  { program: 'a table and a list', mail: { html: '<table><tr><td>Size</td><td>M</td></tr><tr><td>Colour</td><td>blue</td></tr></table><ul><li>one</li><li>two</li></ul>' }, isNew: 'Size M\nColour blue\n\n* one\n* two' },
];
