import type { WallGateWords } from "../../en/wall/gate";

export const gate: WallGateWords = {
  notSetUp: "O Pickup aguarda sua primeira conta de administração",
  openLink: "O link para criá-la está onde o servidor foi iniciado.",
  gone: (display) => `O que a tela ${display} mostrava não está mais configurado`,
  chooseAnother: "Escolha outro painel para ela nas configurações, em “Telas”.",
  identify: "Esta tela se chama",
};
